import { render } from "preact";
import { useEffect, useMemo, useState } from "preact/hooks";
import type { WizardMessage, WizardRequest } from "../../src/wizard/protocol.ts";
import { connect } from "../host.ts";
import { receive } from "./receive.ts";
import { Wizard } from "./wizard.tsx";
import { initialState, type KeptState, type WizardState } from "./wizardState.ts";

const host = connect<WizardRequest, WizardMessage, KeptState & { readonly packId: string }>();

/** Shows the release wizard of a pack. */
export function showWizard(root: HTMLElement): void {
  render(<WizardPage />, root);
}

function WizardPage() {
  const [state, setState] = useState<WizardState>(() => initialState(host.keptState()));
  useEffect(() => {
    host.listen((message) => setState((before) => receive(before, message)));
    host.post({ type: "ready" });
  }, []);
  const { kept } = state;
  useEffect(() => {
    const packId = kept.shown?.pack.packId;
    if (packId !== undefined) host.keepState({ ...kept, packId });
  }, [kept]);
  const change = useMemo(
    () => (next: (before: WizardState) => WizardState) => setState((before) => next(before)),
    [],
  );
  return <Wizard state={state} change={change} post={host.post} />;
}
