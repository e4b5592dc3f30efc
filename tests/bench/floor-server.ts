import Fastify from "fastify";
import pg from "pg";
import { APP_ROLE } from "@augenhoehe/api/db/app-role";

export interface Floor {
  readonly origin: string;
  close(): Promise<void>;
}

/** What nothing of ours can beat: bare Fastify with one prepared query for one indexed row. */
export async function startFloor(ownerUrl: string, networkId: string): Promise<Floor> {
  const pool = new pg.Pool({
    connectionString: ownerUrl,
    max: 20,
    options: `-c role=${APP_ROLE} -c app.network_id=${networkId}`,
  });
  const app = Fastify();
  app.get("/one-row", async () => {
    const { rows } = await pool.query({
      name: "one-row",
      text: "select id, name from providers where network_id = $1 limit 1",
      values: [networkId],
    });
    return rows[0];
  });
  const origin = await app.listen({ port: 0, host: "127.0.0.1" });
  return {
    origin,
    close: async () => {
      await app.close();
      await pool.end();
    },
  };
}
