import fc from "fast-check";

// Arbitrary values of the fields of a store.

export const text = fc.string({ unit: "grapheme", maxLength: 6 });

/** In ascending order. There are few, so that ties occur. */
export const instants = [
  "2026-01-01T00:00:00Z",
  "2026-01-01T02:00:00+02:00",
  "2026-01-02T00:00Z",
  "2026-02-01T09:30:00.125Z",
  "2027-02-01T09:30:00.126-05:00",
];

export const instant = fc.constantFrom(...instants);
