import assert from "node:assert/strict";
import { openedRecords } from "../../support/postgres/openedRecords.ts";
import { TcpProxy } from "../../support/postgres/tcpProxy.ts";
import { describeWithPostgres } from "../../support/postgres/postgresForTests.ts";
import { attempt, pack, schedule, sending } from "../../support/records/recordedRelease.ts";

describeWithPostgres("records on a PostgreSQL server whose connections break", (get) => {
  const open = openedRecords();

  describe("whose connection breaks", () => {
    it("records a release once, whichever statement of it loses its answer", async () => {
      const address = await get().createDatabase();
      const proxy = await TcpProxy.start(address.port);
      proxy.isCutOnce = true;
      const others = open(address);
      try {
        let released = 0;
        for (let statements = 0, wasCut = true; wasCut; statements += 1) {
          const records = open({ ...address, port: proxy.port }, { patience: 20_000 });
          await records.hasReleased("p");
          const { cuts } = proxy;
          proxy.cutAfter = proxy.roundTrips + statements;
          const holder = `h${statements}`;
          await records.claim([pack], holder);
          const { attemptId } = await records.recordSending(attempt, { holder, acknowledged: [] });
          await records.recordAccepted(attemptId, `request-${statements}`);
          const { isNew } = await records.recordReleased(attemptId, new Date(), false);
          await records.endClaims(holder);
          released += 1;
          assert.equal(isNew, true, `statement ${statements}`);
          assert.equal((await others.history()).length, released, `statement ${statements}`);
          assert.equal(await others.isUnderWay("p"), false);
          wasCut = proxy.cuts > cuts;
        }
        assert.ok(released > 4, `${released} statements`);
      } finally {
        proxy.dispose();
      }
    });

    it("records each operation once, wherever its connection is cut", async () => {
      const address = await get().createDatabase();
      const proxy = await TcpProxy.start(address.port);
      try {
        const records = open({ ...address, port: proxy.port }, { timeout: 300, patience: 20_000 });
        await records.claim([pack], "h1");
        // The answers of a while are lost, and what was asked is carried out.
        proxy.isStalled = true;
        setTimeout(() => {
          proxy.cut();
          proxy.isStalled = false;
        }, 200);
        const { attemptId } = await records.recordSending(attempt, sending);
        const others = open(address);
        assert.deepEqual(
          (await others.listOpenAttempts()).map((each) => each.attemptId),
          [attemptId],
        );
        proxy.isStalled = true;
        setTimeout(() => {
          proxy.cut();
          proxy.isStalled = false;
        }, 200);
        const { isNew } = await records.recordReleased(attemptId, new Date(), false);
        assert.equal(isNew, true);
        assert.equal((await others.history()).length, 1);
      } finally {
        proxy.dispose();
      }
    });

    it("reports each outcome once, whichever statement of taking it loses its answer", async () => {
      const address = await get().createDatabase();
      const proxy = await TcpProxy.start(address.port);
      proxy.isCutOnce = true;
      const others = open(address);
      try {
        for (let statements = 0, wasCut = true; wasCut; statements += 1) {
          await others.claim([pack], "h1");
          const kept = { ...schedule, keeper: "platform", requestId: `request-${statements}` } as const;
          const { scheduleId } = await others.putSchedule(kept, "", "h1");
          await others.endClaims("h1");
          const release = await others.finishSchedule(scheduleId, new Date());
          const records = open({ ...address, port: proxy.port }, { patience: 20_000 });
          await records.hasReleased("p");
          const { cuts } = proxy;
          proxy.cutAfter = proxy.roundTrips + statements;
          const taken = await records.takeOutcomes();
          assert.deepEqual(
            taken.map((outcome) => outcome.kind === "released" && outcome.release),
            [release],
            `statement ${statements}`,
          );
          assert.deepEqual(await others.takeOutcomes(), []);
          wasCut = proxy.cuts > cuts;
          proxy.cutAfter = undefined;
        }
        assert.ok(proxy.cuts > 1, `${proxy.cuts} cuts`);
      } finally {
        proxy.dispose();
      }
    });

    it("goes on after the server was killed and started again", async () => {
      const { server } = get();
      const records = open(await get().createDatabase(), { patience: 20_000 });
      await records.claim([pack], "h1");
      await server.stop("kill");
      const sent = records.recordSending(attempt, sending);
      await server.resume();
      assert.equal((await sent).state, "sending");
    });
  });
});
