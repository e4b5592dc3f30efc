/** A row of the form: texts as typed. */
export interface ModuleRow {
  /** Tells the row apart while rows move: the module's key, or a name for a new one. */
  readonly row: string;
  /** Empty for a new module. */
  readonly key: string;
  readonly title: string;
  readonly topics: string;
  readonly units: string;
  readonly language: string;
  readonly compulsory: boolean;
}

/** As many as the api takes. */
export const MODULE_ROWS_MAX = 30;
