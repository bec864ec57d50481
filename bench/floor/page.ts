import "../../webview-ui/shared/toolkit.ts";
import { connectHost } from "../../webview-ui/shared/host.ts";

const host = connectHost<string, readonly object[], undefined>();

const button = document.createElement("vscode-button");
button.id = "ask";
button.textContent = "Ask";
button.addEventListener("click", () => host.post("component-0-0"));
document.body.append(button);

const list = document.createElement("ul");
document.body.append(list);

host.listen((versions) => {
  list.replaceChildren();
  for (const version of versions) {
    const line = document.createElement("li");
    line.textContent = JSON.stringify(version);
    list.append(line);
  }
});
