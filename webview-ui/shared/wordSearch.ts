/** Tests texts against what a person searches for: each word must be part of the text, in any letter case and Unicode form. */
export function wordSearch(search: string): (text: string) => boolean {
  const words = comparable(search).split(/\s+/).filter(Boolean);
  return (text) => {
    const searched = comparable(text);
    return words.every((word) => searched.includes(word));
  };
}

function comparable(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
