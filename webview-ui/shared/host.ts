/** The one object through which a webview speaks with the extension; VS Code gives it out once. */
interface VsCodeApi {
  postMessage(message: unknown): void;
  getState(): unknown;
  setState(state: unknown): void;
}

declare function acquireVsCodeApi(): VsCodeApi;

const api = acquireVsCodeApi();

/** The extension's side of a page: what it can be asked, what it says, and what is kept over a reload. */
export interface Host<Request, Message, State, First = Message> {
  readonly post: (request: Request) => void;
  readonly listen: (receive: (message: Message) => void) => void;
  /** What the document came with. It is the same again when the page comes back after it was hidden. */
  readonly first: First | undefined;
  /** What was kept before the page was hidden or the window reloaded; nothing the first time. */
  readonly keptState: () => State | undefined;
  readonly keepState: (state: State) => void;
}

/** Only the extension makes the document and sends messages, and only the page keeps state, so all have the types that they say. */
export function connect<Request, Message, State, First = Message>(): Host<Request, Message, State, First> {
  const data = document.getElementById("first");
  // Nothing that a page shows, or that a search in it should find.
  data?.remove();
  return {
    post: (request) => api.postMessage(request),
    listen: (receive) => addEventListener("message", ({ data }: MessageEvent<Message>) => receive(data)),
    first: data ? (JSON.parse(data.textContent) as First) : undefined,
    keptState: () => api.getState() as State | undefined,
    keepState: (state) => api.setState(state),
  };
}
