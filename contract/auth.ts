export interface LogInRequest {
  email: string;
  password: string;
}

export interface RegisterRequest extends LogInRequest {
  name: string;
}

/** Who is calling. `reader` is null for a visitor. */
export interface Me {
  reader: { id: string; name: string; email: string } | null;
}

/** Who is calling in the console, and with which rights where. */
export interface ConsoleMe {
  reader: { id: string; name: string; email: string };
  roles: { role: string; siteId?: string }[];
  /** Those of the roles, by name; all for an administrator. */
  sites: ConsoleSite[];
}

export interface ConsoleSite {
  id: string;
  key: string;
  name: string;
}

/** A request that writes may say in it whose name its page shows, by the reader's id; it is refused when the session is somebody else's. */
export const readerHeader = 'parley-reader';
