import assert from "node:assert/strict";
import { isWebPage, reasonOf } from "../../../../../src/backend/platform/http/serverText.ts";

const answer = (body: string, contentType = "text/plain") => ({
  status: 400,
  body,
  contentType,
  retryAfter: undefined,
});

describe("a web page", () => {
  for (const body of [
    "<html>",
    "<HTML lang='en'><body>",
    "<!doctype html>",
    "\n <!DOCTYPE HTML PUBLIC>",
    '<?xml version="1.0"?>\n<html xmlns="http://www.w3.org/1999/xhtml">',
    ' <?xml version="1.0"?><!DOCTYPE html>',
  ]) {
    it(`is ${JSON.stringify(body)}, whatever its type`, () => {
      for (const type of ["text/plain", "application/json", ""]) assert.ok(isWebPage(answer(body, type)));
    });
  }

  for (const body of [
    "",
    "{}",
    "html",
    "<error><html></error>",
    '<?xml version="1.0"?><error/>',
    "<?xml <html",
    `${" ".repeat(1_000)}<html>`,
  ]) {
    it(`is not ${JSON.stringify(body.slice(0, 30))}, unless its type says so`, () => {
      assert.ok(!isWebPage(answer(body)));
      assert.ok(!isWebPage(answer(body, "application/xml")));
      assert.ok(isWebPage(answer(body, "text/html; charset=utf-8")));
      assert.ok(isWebPage(answer(body, "application/xhtml+xml")));
    });
  }

  it("has no message of the platform in it, however it looks", () => {
    assert.equal(reasonOf(answer('{"message":"Log in."}')), "Log in.");
    assert.equal(reasonOf(answer('{"message":"Log in."}', "text/html")), "");
    assert.equal(reasonOf(answer("<html><message>Log in.</message></html>")), "");
  });
});
