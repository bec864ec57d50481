import { isRow, type Row } from "../standIn/platformObject.ts";
import type { PlatformStandIn } from "../standIn/platformStandIn.ts";

/** What the stand-in answered. */
export interface RawAnswer {
  readonly status: number;
  readonly body: Row;
}

/** Calls the stand-in as its user, without the client: an object as JSON, a text as it is. */
export async function rawCall(
  platform: PlatformStandIn,
  method: string,
  path: string,
  body?: Row | string,
): Promise<RawAnswer> {
  const { accountId, email, token } = platform.access;
  const credentials = Buffer.from(`BOOMI_TOKEN.${email}:${token}`).toString("base64");
  const type = typeof body === "string" ? "text/plain" : "application/json";
  const answer = await fetch(`${platform.baseUrl}/api/rest/v1/${accountId}/${path}`, {
    method,
    headers: {
      authorization: `Basic ${credentials}`,
      accept: "application/json",
      ...(body !== undefined && { "content-type": type }),
    },
    ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  const content: unknown = text === "" ? {} : JSON.parse(text);
  if (!isRow(content)) throw new Error(`${path} answered no object`);
  return { status: answer.status, body: content };
}
