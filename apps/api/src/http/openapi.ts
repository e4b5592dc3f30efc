import { z } from "zod";
import { ApiError, type Endpoint } from "@augenhoehe/contract";

type Schema = Readonly<Record<string, unknown>>;

const toSchema = (schema: z.ZodType, io: "input" | "output"): Schema => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  return rest;
};

const JsonObject = z.object({
  properties: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  required: z.array(z.string()).default([]),
});

function parametersOf(schema: z.ZodObject | undefined, place: "path" | "query"): Schema[] {
  if (schema === undefined) return [];
  const { properties, required } = JsonObject.parse(toSchema(schema, "input"));
  return Object.entries(properties).map(([name, field]) => ({
    name,
    in: place,
    required: required.includes(name),
    schema: field,
  }));
}

function successOf(response: Endpoint["response"]): Schema {
  if (!("file" in response)) {
    return { description: "Done", content: { "application/json": { schema: toSchema(response, "output") } } };
  }
  const content = response.file.map((type) => [type, { schema: { type: "string", format: "binary" } }]);
  return { description: "A file", content: Object.fromEntries(content) };
}

function operationOf(name: string, endpoint: Endpoint): Schema {
  const error = {
    description: "Not done",
    content: { "application/json": { schema: { $ref: "#/components/schemas/ApiError" } } },
  };
  const { body, who } = endpoint;
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.path.split("/")[2] ?? "api"],
    ...(who === "anyone" ? { security: [] } : { "x-roles": who, security: securityOf(who) }),
    parameters: [...parametersOf(endpoint.params, "path"), ...parametersOf(endpoint.query, "query")],
    ...(body === undefined
      ? {}
      : { requestBody: { required: true, content: { "application/json": { schema: toSchema(body, "input") } } } }),
    responses: { "200": successOf(endpoint.response), default: error },
  };
}

function securityOf(who: readonly string[]): Schema[] {
  const receipt = who.some((role) => role === "draft" || role === "mentee");
  return [receipt ? { receiptCookie: [] } : { sessionCookie: [] }];
}

/** OpenAPI 3.1 of the table of endpoints: made from the same schemas that parse. */
export function describeApi(endpoints: Readonly<Record<string, Endpoint>>): Schema {
  const paths: Record<string, Record<string, Schema>> = {};
  for (const [name, endpoint] of Object.entries(endpoints)) {
    const path = endpoint.path.replace(/:(\w+)/g, "{$1}");
    (paths[path] ??= {})[endpoint.method.toLowerCase()] = operationOf(name, endpoint);
  }
  return {
    openapi: "3.1.0",
    info: { title: "Augenhöhe", version: "0.1.0", license: { name: "EUPL-1.2", identifier: "EUPL-1.2" } },
    servers: [{ url: "/" }],
    paths,
    components: {
      schemas: { ApiError: toSchema(ApiError, "output") },
      securitySchemes: {
        sessionCookie: { type: "apiKey", in: "cookie", name: "session" },
        receiptCookie: { type: "apiKey", in: "cookie", name: "receipt" },
      },
    },
  };
}
