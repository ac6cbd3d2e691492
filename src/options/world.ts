import type { Language } from '../languages.ts';
import type { ListFault } from '../platform/list-faults.ts';
import type { Voice } from '../present/sentence.ts';
import type { NoIssuer } from '../recognise/issuer-address.ts';
import type { CheckedEntry } from '../report/checked.ts';

/** An issuer that the reader recognises, by its exact id. */
export interface ListedIssuer {
  readonly id: string;
  readonly name: string;
}

/** A federation, by the https address of its anchor. */
export interface PinnedFederation {
  readonly federation: string;
  readonly name: string;
}

/**
 * Everything that the settings page needs of the browser. main.tsx fills it from platform/; a test fills it by hand.
 */
export interface OptionsWorld {
  readonly voice: Voice;
  /** The languages that have words. */
  readonly languages: readonly Language[];
  /** The reader's choice; null for the browser's language. */
  readLanguage(): Promise<Language | null>;
  writeLanguage(language: Language | null): Promise<void>;
  /** The entry as a match pattern; null where it names no site. */
  sitePatternOf(typed: string): string | null;
  readSites(): Promise<readonly string[]>;
  /** The sites whose pages the organisation's policy allows to be read; null: all. */
  readAllowedSites(): Promise<readonly string[] | null>;
  /** Whether all pages of the site may be read. */
  isSiteAllowed(site: string, allowed: readonly string[] | null): boolean;
  /** Call it in a click's handler, before any `await`. */
  addSite(pattern: string): Promise<boolean>;
  removeSite(pattern: string): Promise<void>;
  /** Those of the named sites on whose pages each link gets a dot. */
  readMarkedSites(): Promise<readonly string[]>;
  markSite(pattern: string, marked: boolean): Promise<void>;
  /**
   * Those of the sites that the browser no longer grants. Somebody has withdrawn the grant in the browser's settings.
   */
  missingOrigins(patterns: readonly string[]): Promise<readonly string[]>;
  /** Calls back whenever a grant came or went, also in the browser's own settings. */
  onGrantsChanged(listener: () => void): void;
  /** Calls back whenever the organisation's policy changes. */
  onPolicyChanged(listener: () => void, signal: AbortSignal): void;
  /** Whom the organisation's policy recognises. */
  readPrescribed(): Promise<{
    readonly issuers: readonly ListedIssuer[];
    readonly universities: boolean;
    readonly federations: readonly PinnedFederation[];
  }>;
  /** Lists with unreadable entries, and the places of those entries, from 1. */
  readListFaults(): Promise<readonly ListFault[]>;
  readTrusted(): Promise<readonly ListedIssuer[]>;
  writeTrusted(issuers: readonly ListedIssuer[]): Promise<void>;
  /** Why the entry can be no issuer's id; null where it can. */
  whyNoIssuer(typed: string): NoIssuer | null;
  parseTrusted(text: string): readonly ListedIssuer[] | null;
  /** Whether every university that a directory knows counts as recognised. */
  readUniversities(): Promise<boolean>;
  writeUniversities(recognised: boolean): Promise<void>;
  /** Federations whose anchor the reader has pinned. */
  readFederations(): Promise<readonly PinnedFederation[]>;
  /**
   * Pins the anchor that a text gives, and asks for its host. Call it in a click's handler, before any `await`.
   * `invalid`: the text gives none with a usable key; `refused`: its server may not be asked.
   */
  addFederation(text: string): Promise<'added' | 'invalid' | 'refused'>;
  removeFederation(id: string): Promise<void>;
  saveFile(name: string, text: string): void;
  saveCsv(name: string, text: string): void;
  /** Whether the reader keeps a list of what was checked, and for how many days each entry. */
  readCheckedSettings(): Promise<{ readonly on: boolean; readonly days: number }>;
  /** Whether the organisation's policy switches that list off. */
  isCheckedForbidden(): Promise<boolean>;
  writeCheckedSettings(chosen: { readonly on: boolean; readonly days: number }): Promise<void>;
  readonly checkedDays: { readonly fewest: number; readonly most: number };
  /** The most recently seen first. */
  readChecked(): Promise<readonly CheckedEntry[]>;
  forgetChecked(): Promise<void>;
  /** The thumbprint of the key that signs receipts here; null where none was made yet. */
  receiptThumbprint(): Promise<string | null>;
  wipe(): Promise<void>;
}
