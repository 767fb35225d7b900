import type { TableName, Tables } from "../ports/tables.ts";

/** One column: whole numbers up to 2^53 − 1 either way, or text. Nulls are never equal to one another in a unique column. */
export interface Column {
  readonly type: "text" | "integer";
  readonly nullable?: true;
  readonly unique?: true;
}

/** One table. Each index is a list of columns, looked up by the first ones. */
export interface Table {
  readonly primaryKey: string;
  readonly columns: Readonly<Record<string, Column>>;
  readonly indexes: readonly (readonly string[])[];
}

type ColumnOf<Value> = Column & {
  readonly type: NonNullable<Value> extends number ? "integer" : "text";
} & (null extends Value ? { readonly nullable: true } : { readonly nullable?: never });

interface TableOf<Row> extends Table {
  readonly primaryKey: keyof Row & string;
  readonly columns: { readonly [Name in keyof Row]: ColumnOf<Row[Name]> } & Readonly<Record<string, Column>>;
  readonly indexes: readonly (readonly (keyof Row & string)[])[];
}

const text = { type: "text" } as const;
const textOrNull = { type: "text", nullable: true } as const;
const uniqueText = { type: "text", unique: true } as const;
const uniqueTextOrNull = { type: "text", nullable: true, unique: true } as const;
const integer = { type: "integer" } as const;
const integerOrNull = { type: "integer", nullable: true } as const;
const uniqueIntegerOrNull = { type: "integer", nullable: true, unique: true } as const;

/** The tables as data, which every store is made from; a column that `Tables` has otherwise does not compile. */
export const SCHEMA = {
  schools: {
    primaryKey: "id",
    columns: { id: text, name: text, phone: textOrNull, email: textOrNull, message: textOrNull },
    indexes: [],
  },
  people: {
    primaryKey: "id",
    columns: {
      id: text,
      kind: text,
      given_name: text,
      family_name: text,
      birth_name: textOrNull,
      mobile_key: textOrNull,
      mobile_encrypted: textOrNull,
      email_encrypted: textOrNull,
      birth_date_encrypted: textOrNull,
      school_id: textOrNull,
    },
    indexes: [["mobile_key"], ["school_id"]],
  },
  guardian_names: {
    primaryKey: "id",
    columns: { id: text, key: text, person_id: text },
    indexes: [["key"], ["person_id"]],
  },
  guardianships: {
    primaryKey: "id",
    columns: {
      id: text,
      guardian_id: text,
      child_id: text,
      meaning: text,
      position: integer,
      closed_at: integerOrNull,
    },
    indexes: [["guardian_id"], ["child_id"]],
  },
  accounts: {
    primaryKey: "id",
    columns: {
      id: text,
      person_id: uniqueText,
      identifier: uniqueTextOrNull,
      status: text,
      email_encrypted: textOrNull,
      email_status: text,
      activated_at: integerOrNull,
      version: integer,
    },
    indexes: [],
  },
  credentials: {
    primaryKey: "id",
    columns: {
      id: text,
      account_id: text,
      type: text,
      secret: textOrNull,
      lookup_key: uniqueTextOrNull,
      created_at: integer,
      expires_at: integerOrNull,
      last_used_at: integerOrNull,
    },
    indexes: [["account_id"]],
  },
  account_children: {
    primaryKey: "id",
    columns: { id: text, account_id: text, child_id: text, confirmed_at: integer },
    indexes: [["account_id"], ["child_id"]],
  },
  identifiers: {
    primaryKey: "identifier",
    columns: { identifier: text, stem: text },
    indexes: [],
  },
  identifier_stems: {
    primaryKey: "stem",
    columns: { stem: text, allocated: integer },
    indexes: [],
  },
  flows: {
    primaryKey: "id",
    columns: {
      id: text,
      cookie_key: uniqueText,
      person_id: textOrNull,
      revision: integer,
      state: text,
      proofs: text,
      email_encrypted: textOrNull,
      contact_encrypted: textOrNull,
      identity_encrypted: textOrNull,
      expires_at: integer,
    },
    indexes: [["person_id"], ["expires_at"]],
  },
  retired_cookies: {
    primaryKey: "cookie_key",
    columns: { cookie_key: text, flow_id: text, reason: text, expires_at: integer },
    indexes: [["flow_id"], ["expires_at"]],
  },
  confirmation_links: {
    primaryKey: "token_key",
    columns: {
      token_key: text,
      code_key: text,
      account_id: text,
      flow_id: textOrNull,
      generation: integer,
      email_encrypted: text,
      status: text,
      expires_at: integer,
    },
    indexes: [["account_id"], ["flow_id"], ["expires_at"]],
  },
  sms_codes: {
    primaryKey: "flow_id",
    columns: { flow_id: text, code_key: text, expires_at: integer },
    indexes: [["expires_at"]],
  },
  authorizations: {
    primaryKey: "state_key",
    columns: {
      state_key: text,
      flow_id: text,
      pending_encrypted: text,
      return_url: text,
      expires_at: integer,
    },
    indexes: [["flow_id"], ["expires_at"]],
  },
  rate_limits: {
    primaryKey: "key",
    columns: { key: text, times: text, version: integer, expires_at: integer },
    indexes: [["expires_at"]],
  },
  attempts: {
    primaryKey: "key",
    columns: {
      key: text,
      failures: integer,
      locks: integer,
      locked_until: integer,
      version: integer,
      expires_at: integer,
    },
    indexes: [["expires_at"]],
  },
  replies: {
    primaryKey: "key",
    columns: { key: text, request_digest: text, answer_encrypted: text, expires_at: integer },
    indexes: [["expires_at"]],
  },
  sessions: {
    primaryKey: "cookie_key",
    columns: {
      cookie_key: text,
      account_id: text,
      proofs: text,
      device: text,
      id_token_encrypted: textOrNull,
      created_at: integer,
      last_used_at: integer,
      expires_at: integer,
      ends_at: integer,
    },
    indexes: [["account_id"], ["expires_at"]],
  },
  outbox: {
    primaryKey: "id",
    columns: {
      id: text,
      kind: text,
      payload_encrypted: text,
      available_at: integer,
      tries: integer,
      expires_at: integer,
    },
    indexes: [["available_at"], ["expires_at"]],
  },
  texts: {
    primaryKey: "id",
    columns: {
      id: text,
      gateway_id: textOrNull,
      status: text,
      reason: textOrNull,
      check_at: integerOrNull,
      tries: integer,
      expires_at: integer,
    },
    indexes: [["gateway_id"], ["check_at"], ["expires_at"]],
  },
  audit: {
    primaryKey: "id",
    columns: {
      id: text,
      at: integer,
      event: text,
      subject_id: textOrNull,
      details: text,
      position: uniqueIntegerOrNull,
      hash: textOrNull,
    },
    indexes: [["position", "at"], ["subject_id"]],
  },
  reports: {
    primaryKey: "id",
    columns: {
      id: text,
      at: integer,
      kind: text,
      person_id: text,
      child_id: text,
      school_id: textOrNull,
      identity: text,
      settled_at: integerOrNull,
    },
    indexes: [["school_id", "at"]],
  },
} as const satisfies { readonly [Name in TableName]: TableOf<Tables[Name]> };

/** How many UTF-16 units a key or an indexed text may have, which PostgreSQL can index whatever the letters: its limit is 2,704 bytes. */
export const INDEXED_TEXT_LIMIT = 600;

/** A table with what follows from its definition. */
export interface KnownTable extends Table {
  readonly indexedColumns: ReadonlySet<string>;
}

const tables = new Map(
  Object.entries<Table>(SCHEMA).map(([name, table]): [string, KnownTable] => [
    name,
    { ...table, indexedColumns: new Set(indexedColumnsOf(table)) },
  ]),
);

function indexedColumnsOf(table: Table): string[] {
  const uniques = Object.keys(table.columns).filter((column) => table.columns[column]?.unique === true);
  return [table.primaryKey, ...uniques, ...table.indexes.flat()];
}

/**
 * Looks a table up.
 *
 * @throws {TypeError} if there is none of that name.
 */
export function tableNamed(name: string): KnownTable {
  const table = tables.get(name);
  if (table === undefined) throw new TypeError(`There is no table "${name}".`);
  return table;
}
