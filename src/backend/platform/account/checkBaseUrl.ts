import { platformErrors } from "../http/platformErrors.ts";

/**
 * The URL without its trailing slash. Nothing but `https:` is accepted, and `http:` on this very machine: elsewhere the
 * token would travel in clear.
 *
 * @throws `InvalidRequest` with what to change
 */
export function checkBaseUrl(text: string): string {
  const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
  if (!url || (url.protocol !== "https:" && url.protocol !== "http:")) throw platformErrors.badBaseUrl();
  if (url.username !== "" || url.password !== "") throw platformErrors.credentialsInBaseUrl();
  if (url.search !== "" || url.hash !== "") throw platformErrors.badBaseUrl();
  if (url.protocol === "http:" && !isLoopback(url.hostname)) throw platformErrors.clearTextBaseUrl(url.host);
  return url.href.replace(/\/+$/, "");
}

/** Whether the host name of a URL is that of this very machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}
