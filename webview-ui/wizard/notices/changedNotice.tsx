import * as l10n from "@vscode/l10n";
import { useEffect, useRef } from "preact/hooks";
import { noticeTexts } from "./noticeTexts.ts";
import type { Notice } from "../state/wizardState.ts";

interface ChangedNoticeProps {
  readonly notice: Notice;
  /** The name of the pack, where the wizard has several. */
  readonly packName?: string | undefined;
  readonly onContinue: () => void;
  readonly onCancel: () => void;
}

/** A modal dialog that shows what changed in the pack. The user continues with the changes or leaves. */
export function ChangedNotice({ notice, packName, onContinue, onCancel }: ChangedNoticeProps) {
  const { changes } = notice;
  const { heading, introduction } = noticeTexts(notice);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog
      ref={dialog}
      aria-labelledby="changed-title"
      onCancel={(event) => {
        // Escape does not say whether to continue.
        event.preventDefault();
      }}
    >
      <h2 id="changed-title">{heading}</h2>
      {packName !== undefined && <p class="pack-name">{packName}</p>}
      <p>{introduction}</p>
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change}>{change}</li>
          ))}
        </ul>
      )}
      <p>{l10n.t("Check the versions again before you release.")}</p>
      <div class="buttons">
        <vscode-button onClick={onContinue}>{l10n.t("Continue")}</vscode-button>
        <vscode-button appearance="secondary" onClick={onCancel}>
          {l10n.t("Cancel Release")}
        </vscode-button>
      </div>
    </dialog>
  );
}
