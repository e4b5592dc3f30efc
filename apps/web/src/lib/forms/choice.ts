import type { Component } from "svelte";

/** One entry of a select or of cards. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** A second line on a card. */
  readonly text?: string | undefined;
  /** A Lucide icon on a card, never without its word. */
  readonly icon?: Component<{ size?: number | string }> | undefined;
}
