import { ActiveBackend } from "../../src/session/activeBackend.ts";
import type { PlatformBackend } from "../../src/backend/platform/platformBackend.ts";
import { systemTiming } from "../../src/backend/platform/http/timing.ts";
import { PackFeed } from "../../src/panels/wizard/packFeed.ts";
import { manyPacks } from "../../test/support/platform/manyPacks.ts";
import { PlatformBackends } from "../../test/support/platform/platformBackends.ts";
import { rawCall, type RawAnswer } from "../../test/support/platform/scripted/rawCall.ts";
import { alternate, timed, type Measure, type Samples } from "../measure.ts";

/** The least time for an answer of the platform, as over an average connection. */
const latencyMilliseconds = 100;

const componentCount = 100;
const packsOnPage = 100;

/** Measures of the client with a platform at that distance. The floor makes bare requests to the same platform. */
export const platformMeasures: readonly Measure[] = [
  {
    name: "1,000 packs from the platform at 100 ms",
    floor: "the 10 round trips that carry them, one after the other",
    unit: "ms",
    target: 1.1,
    run: ({ runs }) =>
      // Ten requests a second is the highest setting, and the list takes ten requests.
      onPlatform({ packs: 1_000, componentsEach: 1, requestsPerSecond: 10 }, ({ open, call }) =>
        alternate(
          runs,
          () => open((backend) => timed(() => backend.listPackSummaries())),
          () => timed(() => readPages(call)),
        ),
      ),
  },
  {
    name: "Wizard for 100 components from the platform, until its table can be shown",
    floor: "1 round trip: the pack",
    unit: "ms",
    target: 1.2,
    run: ({ runs }) =>
      onPlatform({ packs: 1, componentsEach: componentCount }, ({ open, call }) =>
        alternate(
          runs,
          () => open((backend) => timed(() => firstOfWizard(backend, "pack-1"))),
          () => timed(() => call("GET", "PublisherIntegrationPack/pack-1")),
        ),
      ),
  },
  {
    name: "Release of 100 components on the platform, from the click to the first status",
    floor: "2 round trips: the request and its status",
    unit: "ms",
    target: 1.2,
    run: ({ runs }) =>
      onPlatform({ packs: 2, componentsEach: componentCount }, ({ open, call }) => {
        const ofOurs = releasesInTurn();
        const ofFloor = releasesInTurn();
        return alternate(
          runs,
          () =>
            open(async (backend) => {
              // As the wizard does when it opens.
              const { components } = await backend.getPack("pack-1");
              await backend.listVersions(components.map(({ componentId }) => componentId));
              const versions = ofOurs();
              return timed(() => backend.release({ packId: "pack-1", versions }));
            }),
          () => timed(() => releaseBarely(call, ofFloor())),
        );
      }),
  },
];

interface PlatformScale {
  readonly packs: number;
  readonly componentsEach: number;
  /** By default high enough not to limit the measure. */
  readonly requestsPerSecond?: number;
}

interface Sides {
  /** Runs `work` with a new backend, which has read nothing. */
  readonly open: <T>(work: (backend: PlatformBackend) => Promise<T>) => Promise<T>;
  /** Makes a bare request. */
  readonly call: Call;
}

type Call = (method: string, path: string, body?: Parameters<typeof rawCall>[3]) => Promise<RawAnswer>;

async function onPlatform(
  { packs, componentsEach, requestsPerSecond = 1_000 }: PlatformScale,
  measure: (sides: Sides) => Promise<Samples>,
): Promise<Samples> {
  const backends = await PlatformBackends.start(manyPacks(packs, componentsEach), {
    latencyMilliseconds,
    looksUntilDone: 0,
  });
  const options = { requestsPerSecond, timing: systemTiming };
  try {
    return await measure({
      open: async (work) => {
        const backend = await backends.open(options);
        try {
          return await work(backend);
        } finally {
          backend.dispose();
        }
      },
      call: async (...request) => {
        const answer = await rawCall(backends.platform, ...request);
        if (answer.status !== 200) throw new Error(`${request[1]} was answered with ${answer.status}`);
        return answer;
      },
    });
  } finally {
    await backends.dispose();
  }
}

async function readPages(call: Call): Promise<void> {
  let { body } = await call("POST", "PublisherIntegrationPack/query");
  let pages = 1;
  for (let { queryToken } = body; typeof queryToken === "string"; { queryToken } = body) {
    ({ body } = await call("POST", "PublisherIntegrationPack/queryMore", queryToken));
    pages += 1;
  }
  if (pages !== 1_000 / packsOnPage) throw new Error(`${pages} pages were read`);
}

/** Reads what the wizard's page of the pack starts with. */
async function firstOfWizard(backend: PlatformBackend, packId: string): Promise<void> {
  const active = new ActiveBackend(() => Promise.resolve(backend));
  const options = {
    packIds: [packId],
    isSeveral: false,
    backend: active,
    timeZone: () => "UTC",
    releaseBranch: () => "main",
    actions: {},
    post: () => undefined,
  };
  const first = await new PackFeed(options).readFirst();
  if (first.type !== "several") throw new Error(`The wizard begins with ${first.type}`);
}

/** Returns a function that alternates between two versions of all components, so that each release changes something. */
function releasesInTurn(): () => Readonly<Record<string, string>> {
  let turn = 0;
  return () => {
    const version = turn++ % 2 === 0 ? "2.0" : "1.0";
    return Object.fromEntries(
      Array.from({ length: componentCount }, (_, at) => [`component-${at + 1}`, version]),
    );
  };
}

async function releaseBarely(call: Call, versions: Readonly<Record<string, string>>): Promise<void> {
  const { body } = await call("POST", "ReleaseIntegrationPack", {
    id: "pack-2",
    name: "Pack 2",
    installationType: "SINGLE",
    releaseSchedule: "IMMEDIATELY",
    ReleasePackagedComponents: {
      ReleasePackagedComponent: Object.entries(versions).map(([componentId, version]) => ({
        componentId,
        version,
      })),
    },
  });
  await call("GET", `ReleaseIntegrationPackStatus/${String(body["requestId"])}`);
}
