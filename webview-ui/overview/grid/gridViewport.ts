import { useLayoutEffect, useState } from "preact/hooks";
import type { RefObject } from "preact";

/** The part of the grid's content that is in view, in CSS pixels. */
export interface Viewport {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** The width that the grid can have. */
  readonly room: number;
}

/** Indexes of the rows or columns to render: from `first` up to, but not including, `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

/** How many rows and columns are rendered beyond each edge, so that scrolling finds them. */
const overscan = 3;

/** The rows or columns of equal size that are in view from `start` on. */
export function visibleRange(start: number, length: number, size: number, count: number): Range {
  const first = Math.max(0, Math.floor(start / size) - overscan);
  const end = Math.min(count, Math.ceil((start + length) / size) + overscan);
  return { first: Math.min(first, end), end };
}

function isSame(one: Viewport, other: Viewport): boolean {
  return (
    one.left === other.left &&
    one.top === other.top &&
    one.width === other.width &&
    one.height === other.height &&
    one.room === other.room
  );
}

/** Follows what is in view while the element scrolls and changes its size. Undefined before it is laid out. */
export function useViewport(element: RefObject<HTMLElement | null>): Viewport | undefined {
  const [viewport, setViewport] = useState<Viewport>();
  useLayoutEffect(() => {
    const scroller = element.current;
    if (!scroller) return undefined;
    let frame = 0;
    const measure = () => {
      const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
      const next = {
        left: Math.abs(scrollLeft),
        top: scrollTop,
        width: clientWidth,
        height: clientHeight,
        room: scroller.parentElement?.clientWidth ?? clientWidth,
      };
      setViewport((before) => (before && isSame(before, next) ? before : next));
    };
    // The newest release is at the end.
    let isAtEnd = true;
    const showEnd = () => {
      if (isAtEnd) scroller.scrollLeft = scroller.scrollWidth;
    };
    const measureInFrame = () => {
      cancelAnimationFrame(frame);
      frame = requestAnimationFrame(measure);
    };
    const onScroll = () => {
      isAtEnd = scroller.scrollLeft + scroller.clientWidth >= scroller.scrollWidth - 1;
      measureInFrame();
    };
    showEnd();
    measure();
    const observer = new ResizeObserver(() => {
      showEnd();
      measureInFrame();
    });
    observer.observe(scroller);
    scroller.addEventListener("scroll", onScroll, { passive: true });
    return () => {
      cancelAnimationFrame(frame);
      observer.disconnect();
      scroller.removeEventListener("scroll", onScroll);
    };
  }, []);
  return viewport;
}
