import { sql } from "drizzle-orm";

/**
 * Columns that count what takes up a volunteer's capacity; for a `select` from `volunteers`. Written out because
 * drizzle leaves table names away in selects from one table, which would tie the inner query to itself.
 */
export const OPEN_LOAD_COLUMNS = {
  openProposals: sql<number>`(select count(*)::int from proposals p where p.network_id = volunteers.network_id
    and p.volunteer_id = volunteers.id and p.state in ('awaiting_volunteer', 'awaiting_mentee', 'awaiting_confirmation'))`,
  openTandems: sql<number>`(select count(*)::int from tandems t where t.network_id = volunteers.network_id
    and t.volunteer_id = volunteers.id and t.status <> 'ended')`,
};
