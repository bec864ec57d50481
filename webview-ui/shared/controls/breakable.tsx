/** An address, a folder or an id, which breaks after its separators where it does not fit in one line. */
export function Breakable({ text }: { readonly text: string }) {
  const parts = text.split(/(?<=[/\\@._-])/);
  return <bdi>{parts.map((part, at) => (at === 0 ? part : [<wbr key={at} />, part]))}</bdi>;
}
