import { generateKeyPairSync, sign } from "node:crypto";

const day = 86_400_000;

/** A new key and a self-signed certificate for 127.0.0.1, valid for a day. Both as PEM. */
export function selfSignedCertificate(): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(set(sequence(objectId("550403"), utf8("test"))));
  const algorithm = sequence(objectId("2a8648ce3d040302"));
  const content = sequence(
    tagged(0xa0, integer(2)),
    integer(1),
    algorithm,
    name,
    sequence(time(Date.now() - day / 2), time(Date.now() + day / 2)),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    tagged(0xa3, sequence(sequence(objectId("551d11"), octets(sequence(tagged(0x87, 127, 0, 0, 1)))))),
  );
  const certificate = sequence(content, algorithm, bits(sign("sha256", content, privateKey)));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  };
}

/** An element in DER: tag, length and content. */
function tagged(tag: number, ...content: readonly (Buffer | number)[]): Buffer {
  const body = Buffer.concat(content.map((one) => (typeof one === "number" ? Buffer.of(one) : one)));
  const { length } = body;
  const prefix =
    length < 0x80
      ? [length]
      : length < 0x100
        ? [0x81, length]
        : [0x82, Math.floor(length / 0x100), length % 0x100];
  return Buffer.concat([Buffer.of(tag, ...prefix), body]);
}

const sequence = (...content: readonly Buffer[]) => tagged(0x30, ...content);
const set = (...content: readonly Buffer[]) => tagged(0x31, ...content);
const integer = (value: number) => tagged(0x02, value);
const objectId = (hex: string) => tagged(0x06, Buffer.from(hex, "hex"));
const utf8 = (text: string) => tagged(0x0c, Buffer.from(text, "utf8"));
const octets = (content: Buffer) => tagged(0x04, content);
const bits = (content: Buffer) => tagged(0x03, 0, content);
const time = (at: number) =>
  tagged(0x17, Buffer.from(`${new Date(at).toISOString().replace(/\D/g, "").slice(2, 14)}Z`));
