/** The object through which a webview communicates with the extension. VS Code hands it out once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** A page's connection to the extension. */
export interface Host<Request, Message, State, First = Message> {
  readonly post: (request: Request) => void;
  readonly listen: (receive: (message: Message) => void) => void;
  /** What the document brings. A page that was hidden finds the same document again. */
  readonly first: First | undefined;
  /** What the page stored before it was hidden or the window was reloaded; undefined in a new panel. */
  readonly storedState: () => State | undefined;
  readonly storeState: (state: State) => void;
}

/** The types need no check: only the extension writes the document and sends messages, and only the page stores state. */
export function connectHost<Request, Message, State, First = Message>(): Host<
  Request,
  Message,
  State,
  First
> {
  const element = document.getElementById("first");
  // A search in the page must not find it.
  element?.remove();
  return {
    post: (request) => api.postMessage(request),
    listen: (receive) => addEventListener("message", ({ data }: MessageEvent<Message>) => receive(data)),
    first: element ? (JSON.parse(element.textContent) as First) : undefined,
    storedState: () => api.getState() as State | undefined,
    storeState: (state) => api.setState(state),
  };
}
