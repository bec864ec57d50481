import type { Disposable } from "../base/disposable.ts";
import type { Backend } from "./backend.ts";

/** The part of a backend that lists packs. */
export type PackList = Pick<Backend, "listPackSummaries" | "omissions"> & Disposable;
