import type {
  Snapshot,
  SnapshotComponent,
  SnapshotIncludedComponent,
} from "../../src/model/snapshot/snapshot.ts";
import { pack, process, version } from "./fixtures.ts";

interface Size {
  readonly components: number;
  /** So many components have a later version than the one released. */
  readonly differing: number;
  /** So many components are included in each packaged version; the first of them differs. */
  readonly included: number;
}

/** One pack, *Compared*, of which components were released in 1.0; those that differ have 1.1, too. */
export function comparedStore(size?: Size): Snapshot {
  const components = size ? manyComponents(size) : [createOrder()];
  return {
    formatVersion: 1,
    components,
    packs: [
      pack("p-compared", "Compared", {
        components: components.map(({ componentId }) => ({ componentId })),
        releases: [
          {
            releaseId: "r-compared",
            releasedAt: "2026-02-01T08:00:00Z",
            releasedBy: "lead@example.com",
            versions: Object.fromEntries(components.map(({ componentId }) => [componentId, "1.0"])),
          },
        ],
      }),
    ],
    accountGroups: [],
    installations: [],
  };
}

function createOrder(): SnapshotComponent {
  const broken = "<Component><password>******</Component>";
  const map = (from: string, space: string) =>
    `<Component name='Map Order'>${space}<map to="x" from="${from}"></map></Component>`;
  const same = included("c-same", "Same", 3, "<Component/>");
  return process(
    "c-create",
    "Create Order",
    version("k-create-1.0", "1.0", "2026-01-10T09:00:00Z", {
      includedComponents: [
        included("c-map", "Map Order", 3, map("a", "")),
        included("c-broken", "Broken", 3, broken.replace("password", "pass")),
        included("c-no-xml", "No XML", 3),
        same,
      ],
    }),
    version("k-create-1.1", "1.1", "2026-02-10T09:00:00Z", {
      componentVersion: 2,
      notes: "Faster",
      includedComponents: [
        included("c-map", "Map Order", 4, map("b", "\n\n")),
        included("c-broken", "Broken", 4, broken),
        included("c-no-xml", "No XML", 4),
        same,
      ],
    }),
  );
}

function manyComponents({ components, differing, included: count }: Size): SnapshotComponent[] {
  return Array.from({ length: components }, (_, at) => {
    const list = (revision: number) =>
      Array.from({ length: count }, (_, place) =>
        included(
          `c-${at}-${place}`,
          `Included ${place + 1}`,
          place === 0 ? revision : 3,
          `<Component name="Included ${place + 1}" revision="${place === 0 ? revision : 3}"/>`,
        ),
      );
    const made = (text: string, day: string, revision: number) =>
      version(`k-${at}-${text}`, text, `2026-01-${day}T09:00:00Z`, {
        componentVersion: revision,
        includedComponents: list(revision),
      });
    const released = made("1.0", "10", 3);
    const name = `Process ${String(at + 1).padStart(3, "0")}`;
    return process(`c-${at}`, name, released, ...(at < differing ? [made("1.1", "11", 4)] : []));
  });
}

function included(
  componentId: string,
  name: string,
  revision: number,
  xml?: string,
): SnapshotIncludedComponent {
  return {
    componentId,
    name,
    type: "process",
    version: revision,
    folder: "Orders",
    modifiedBy: "dev@example.com",
    modifiedDate: "2026-01-09T09:00:00Z",
    ...(xml !== undefined && { xml }),
  };
}
