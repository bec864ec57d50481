import * as l10n from "@vscode/l10n";
import type { PackDoubt } from "../../../src/model/pack/pack.ts";
import type { WizardPack } from "../../../src/protocol/wizard/wizardPack.ts";
import { PageHeading } from "../../shared/controls/pageHeading.tsx";
import { LeavingQuestion } from "./leavingQuestion.tsx";
import type { WizardProps } from "../wizardProps.ts";

interface DoubtPageProps extends WizardProps {
  readonly shown: WizardPack;
  readonly doubt: PackDoubt;
}

/** The page in place of the steps while it is in doubt what the pack contains: what is in doubt, and *Read Again*. */
export function DoubtPage({ shown, doubt, post }: DoubtPageProps) {
  return (
    <>
      <PageHeading>{l10n.t("Release Integration Pack: Select Versions")}</PageHeading>
      <p class="pack-name">{shown.pack.name}</p>
      <DoubtNotice shown={shown} doubt={doubt} post={post} />
      <div class="buttons of-page">
        <vscode-button
          appearance={doubt === "incomplete" ? "primary" : "secondary"}
          onClick={() => post({ type: "reload" })}
        >
          {l10n.t("Read Again")}
        </vscode-button>
        <vscode-button appearance="secondary" onClick={() => post({ type: "close" })}>
          {l10n.t("Cancel")}
        </vscode-button>
      </div>
    </>
  );
}

/** What is in doubt, and the question which components leave where a person can answer it. */
export function DoubtNotice({ shown, doubt, post }: Omit<DoubtPageProps, "state" | "change">) {
  const { pack, capabilities } = shown;
  return (
    <>
      <div class="notice warning" role="status">
        {doubt === "incomplete" ? (
          <p>
            {l10n.t(
              "Boomi's answer does not contain all components of this pack. Nothing is released until the pack is read again, so that no component is lost.",
            )}
          </p>
        ) : (
          <p>{describeLeaving(shown)}</p>
        )}
      </div>
      {doubt === "leaving" && capabilities.canConfirmLeaving && (
        <LeavingQuestion
          components={pack.components.filter(({ deleted }) => deleted)}
          onConfirm={(componentIds) => post({ type: "confirmLeaving", componentIds })}
        />
      )}
    </>
  );
}

function describeLeaving({ pack }: WizardPack): string {
  return pack.components.every(({ deleted }) => deleted)
    ? l10n.t(
        "In Boomi's answer, all components of this pack seem to leave it with the next release. Look at the pack in Boomi. Nothing is released until you say which ones leave.",
      )
    : l10n.t(
        "Boomi's answer marks components of this pack as deleted, but does not say which ones leave it with the next release. Look at the pack in Boomi. Nothing is released until you say which ones leave.",
      );
}
