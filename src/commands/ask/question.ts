/** A question for one of several items. */
export interface Question<Item> {
  readonly title: string;
  /** Whether an item is offered. All are offered when left out. */
  readonly offer?: (item: Item) => boolean;
  /** The message when no item is offered. */
  readonly none: string;
}
