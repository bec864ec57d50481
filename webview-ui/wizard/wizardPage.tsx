import { useEffect, useLayoutEffect, useMemo, useState } from "preact/hooks";
import type { WizardMessage, WizardRequest } from "../../src/protocol/wizard.ts";
import { connect } from "../shared/host.ts";
import { receive } from "./receive.ts";
import { Wizard } from "./wizard.tsx";
import { initialState, type KeptState, type WizardState } from "./wizardState.ts";

const host = connect<WizardRequest, WizardMessage, KeptState & { readonly packId: string }>();

/** What was kept is what the user saw last; the document is older. */
function stateToBeginWith(): WizardState {
  const kept = host.keptState();
  return kept || !host.first ? initialState(kept) : receive(initialState(), host.first);
}

/** The release wizard of a pack. */
export function WizardPage() {
  const [state, setState] = useState<WizardState>(stateToBeginWith);
  // At once: what is sent while the page is being loaded arrives as soon as it is.
  useLayoutEffect(() => host.listen((message) => setState((before) => receive(before, message))), []);
  useEffect(() => host.post({ type: "ready" }), []);
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
