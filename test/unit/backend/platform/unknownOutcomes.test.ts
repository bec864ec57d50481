import assert from "node:assert/strict";
import { IntegrationPacksError } from "../../../../src/errors/errors.ts";
import { platformErrors } from "../../../../src/backend/platform/http/platformErrors.ts";
import { platformReleaseErrors } from "../../../../src/backend/platform/platformReleaseErrors.ts";
import { ids } from "../../../support/fixtures/store.ts";
import { busy, on, refuse, type Fault } from "../../../support/platform/standIn/faults.ts";
import { withPlatform } from "../../../support/platform/withPlatform.ts";

const { rateLimited, platformFault, redirected, noAnswer, ...named } = platformErrors;
const object = "PublisherIntegrationPack";

/** Why an answer may be lost or not understood after something was sent. */
const reasons: readonly IntegrationPacksError[] = [
  rateLimited(""),
  rateLimited("Try again later"),
  platformFault(500, "Internal error"),
  redirected(302),
  noAnswer("the connection broke (ECONNRESET)"),
  named.proxyPage(),
  named.proxyRefused(),
  named.notUnderstood(object),
  named.notReady(object),
  named.endless(object),
  named.otherObject(object),
  named.aborted(),
];

describe("the message of an unknown outcome", function () {
  this.timeout(30_000);

  const messages = {
    "of a release": (reason: IntegrationPacksError) => platformReleaseErrors.unknown("Orders", reason),
    "of a scheduled release": (reason: IntegrationPacksError) =>
      platformReleaseErrors.scheduleUnknown("Orders", reason),
    "of a release that was accepted": (reason: IntegrationPacksError) =>
      platformReleaseErrors.followingFailed("Orders", reason),
    "of a change": platformErrors.changeUnknown,
  };
  for (const [name, unknownAfter] of Object.entries(messages)) {
    it(`${name} says why, and never to send again without looking (rule 12)`, () => {
      for (const reason of reasons) {
        const { message } = unknownAfter(reason);
        const { happened = assert.fail("no cause") } = reason;
        const advice = reason.message.slice(happened.length).trim();
        assert.ok(message.includes(happened), message);
        assert.ok(advice === "" || !message.includes(advice), message);
        assert.doesNotMatch(message, /\bretry\b|\.\./i);
      }
    });
  }

  const faults: Readonly<Record<string, Fault>> = {
    "a broken connection": { kind: "cutBefore" },
    "a failure of the platform": refuse(500, "Internal error"),
    "a busy platform": busy(),
  };
  for (const [name, fault] of Object.entries(faults)) {
    it(`is the one that a person reads after ${name}`, () =>
      withPlatform(async ({ platform, backend }) => {
        platform.faults.plan(on("ReleaseIntegrationPack", "create"), fault);
        const released = backend.release({ packId: ids.orderToCash });
        const failure: unknown = await released.catch((error: unknown) => error);
        assert.ok(failure instanceof IntegrationPacksError && failure.code === "OutcomeUnknown");
        assert.doesNotMatch(failure.message, /\bretry\b/i);
        assert.match(failure.message, /It is not sent again by itself/);
      }));
  }
});
