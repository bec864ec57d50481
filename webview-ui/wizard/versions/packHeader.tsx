import * as l10n from "@vscode/l10n";
import { listed } from "../../../src/base/language.ts";
import { useEffect, useRef } from "preact/hooks";
import type { ReleaseChange } from "../../../src/model/release/releaseChanges.ts";
import { ActionLink } from "../../shared/controls/actionLink.tsx";
import { ProblemNotice } from "../../shared/controls/problemNotice.tsx";
import { countedChanges } from "../changes/countedChanges.ts";
import { DoubtNotice } from "../doubt/doubtPage.tsx";
import { ScheduledNotice } from "../notices/scheduledNotice.tsx";
import { LeftOutNotice } from "../notices/leftOutNotice.tsx";
import { HeaderRow } from "../stackingTable.tsx";
import { leaveOut, movePack, neighbor } from "../state/packOrder.ts";
import { UnsettledNotice } from "../notices/unsettledNotice.tsx";
import { packProps, type PageProps } from "../wizardProps.ts";
import { versionColumns } from "./tableView.ts";

interface PackHeaderProps extends PageProps {
  /** The position among the packs. */
  readonly at: number;
  readonly changes: readonly ReleaseChange[];
  /** The position among all rows of the table, from 0. */
  readonly index: number;
}

/** The row of a pack in the table of several packs: its name, what would change, its place in the order, and *Leave Out*. */
export function PackHeader({ at, changes, index, ...props }: PackHeaderProps) {
  const { page, changePage, post } = props;
  const pack = packProps(props, at);
  const { named, shown } = pack.state.stored;
  const name = shown?.pack.name ?? named?.name ?? "";
  const staying = page.stored.packs.flatMap(({ isLeftOut }, position) => (isLeftOut ? [] : [position]));
  return (
    <HeaderRow index={index} columns={versionColumns.length + 1}>
      <div class="pack-header">
        <h2>
          <bdi>{name}</bdi>
        </h2>
        <span class="secondary">
          {l10n.t("Pack {0} of {1}", staying.indexOf(at) + 1, staying.length)}
          {shown && <> · {countedChanges(changes)}</>}
        </span>
        <span class="choose-all">
          <MoveLink {...props} at={at} name={name} direction="up" />
          <MoveLink {...props} at={at} name={name} direction="down" />
          <ActionLink
            label={l10n.t("Take Versions From…: {0}", name)}
            isDisabled={!shown}
            onActivate={() => named && post({ type: "takeVersions", packId: named.packId })}
          >
            {l10n.t("Take Versions From…")}
          </ActionLink>
          <ActionLink
            label={l10n.t("Leave Out: {0}", name)}
            onActivate={() => changePage((before) => leaveOut(before, at))}
          >
            {l10n.t("Leave Out")}
          </ActionLink>
        </span>
      </div>
      <PackNotices {...pack} />
    </HeaderRow>
  );
}

interface MoveLinkProps extends PageProps {
  readonly at: number;
  readonly name: string;
  readonly direction: "up" | "down";
}

/** The link that moves the pack. It keeps the focus, so that the pack can be moved on. */
function MoveLink({ page, changePage, at, name, direction }: MoveLinkProps) {
  const place = useRef<HTMLSpanElement>(null);
  const isMoved = page.readings[at]?.moved === direction;
  useEffect(() => {
    if (isMoved) place.current?.querySelector("a")?.focus();
  }, [at]);
  return (
    <span ref={place}>
      <ActionLink
        label={direction === "up" ? l10n.t("Move Up: {0}", name) : l10n.t("Move Down: {0}", name)}
        isDisabled={neighbor(page, at, direction) === undefined}
        onActivate={() => changePage((before) => movePack(before, at, direction))}
      >
        {direction === "up" ? l10n.t("Move Up") : l10n.t("Move Down")}
      </ActionLink>
    </span>
  );
}

/** What is to be known of the pack before its versions are chosen. */
function PackNotices({ state, post }: ReturnType<typeof packProps>) {
  const { shown, taken } = state.stored;
  const { packProblem, drift } = state.received;
  const isRunning = shown?.pack.unsettled?.state === "running";
  return (
    <>
      {packProblem && (
        <ProblemNotice message={packProblem.message}>
          <div class="buttons">
            <vscode-button appearance="secondary" onClick={() => post({ type: "reload" })}>
              {l10n.t("Read Again")}
            </vscode-button>
          </div>
        </ProblemNotice>
      )}
      {shown?.pack.doubt && (
        <>
          <DoubtNotice shown={shown} doubt={shown.pack.doubt} post={post} />
          <div class="buttons">
            <vscode-button appearance="secondary" onClick={() => post({ type: "reload" })}>
              {l10n.t("Read Again")}
            </vscode-button>
          </div>
        </>
      )}
      {shown?.pack.unsettled && <UnsettledNotice unsettled={shown.pack.unsettled} post={post} />}
      {shown?.pack.scheduled && !isRunning && <ScheduledNotice schedule={shown.pack.scheduled} />}
      {drift && (
        <div class="notice warning">
          <p>{l10n.t("The plan no longer fits this pack. The table shows the pack as it is now:")}</p>
          <ul>
            {drift.map((difference) => (
              <li key={difference}>{difference}</li>
            ))}
          </ul>
        </div>
      )}
      <LeftOutNotice choices={state.stored} />
      {taken && (
        <p class="notice" role="status">
          {taken.unchanged.length === 0
            ? l10n.t("The versions are those that {0} has released.", taken.from)
            : l10n.t(
                "The versions are those that {0} has released. Not released there, so unchanged: {1}",
                taken.from,
                listed(taken.unchanged),
              )}
        </p>
      )}
    </>
  );
}
