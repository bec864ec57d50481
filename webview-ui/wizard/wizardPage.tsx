import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "preact/hooks";
import type { WizardMessage } from "../../src/protocol/wizard/wizardMessage.ts";
import type { WizardRequest } from "../../src/protocol/wizard/wizardRequest.ts";
import type { WizardSubject } from "../../src/protocol/wizard/wizardSubject.ts";
import { connectHost } from "../shared/host.ts";
import { OnePack } from "./onePack.tsx";
import { SeveralPacks } from "./several/severalPacks.tsx";
import { isViewChange } from "./state/isViewChange.ts";
import { initialPage, subjectOf, type PageState, type SavedPage } from "./state/pageState.ts";
import { receivePage } from "./state/receive/receivePage.ts";
import { savedPage } from "./state/seenVersions.ts";
import type { PageProps } from "./wizardProps.ts";
import "./tables.css";
import "./wizard.css";

const host = connectHost<WizardRequest, WizardMessage, SavedPage & WizardSubject>();

/**
 * How long the state of a search waits to be stored, in ms. The state has the versions of all rows, and storing those of a
 * thousand takes as long as finding them.
 */
const searchPause = 300;

/** The wizard that releases one pack or several. It has the state, and shows the step that the state calls for. */
export function WizardPage() {
  const [page, setPage] = useState<PageState>(firstPage);
  // A layout effect listens before VS Code delivers what the extension sent while the page was loading.
  useLayoutEffect(() => host.listen((message) => setPage((before) => receivePage(before, message))), []);
  useEffect(() => host.post({ type: "ready" }), []);
  const { stored, received } = page;
  const last = useRef(stored);
  useEffect(() => {
    const before = last.current;
    last.current = stored;
    const store = () => {
      const subject = subjectOf(stored);
      if (subject) host.storeState({ ...savedPage(page), ...subject });
    };
    if (!isViewChange(before, stored)) {
      store();
      return undefined;
    }
    const waiting = setTimeout(store, searchPause);
    return () => clearTimeout(waiting);
  }, [stored, received.versions]);
  const changePage = useMemo<PageProps["changePage"]>(() => (next) => setPage((before) => next(before)), []);
  const props = { page, changePage, post: host.post };
  return stored.shared.several ? (
    <SeveralPacks {...props} several={stored.shared.several} />
  ) : (
    <OnePack {...props} />
  );
}

/** The stored state is what the user saw last. The document is older. */
function firstPage(): PageState {
  const stored = host.storedState();
  return stored || !host.first ? initialPage(stored) : receivePage(initialPage(undefined), host.first);
}
