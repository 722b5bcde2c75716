using PpcAds.Sdk.Conformance.Specs;

namespace PpcAds.Sdk.Conformance.Tests;

/// <summary>A made-up OpenAPI file with one of everything that the rules look at.</summary>
internal static class SmallSpec
{
    private const string Json = """
        {
          "openapi": "3.0.1",
          "paths": {
            "/things/{thingId}": {
              "parameters": [
                { "name": "thingId", "in": "path", "required": true, "schema": { "type": "integer", "format": "int64" } }
              ],
              "get": {
                "operationId": "getThing",
                "parameters": [
                  { "name": "kind", "in": "query", "schema": { "type": "string", "enum": ["big", "small"] } },
                  { "name": "count", "in": "query", "required": true, "schema": { "type": "integer", "format": "int32" } },
                  { "name": "tags", "in": "query", "schema": { "type": "array", "items": { "type": "string" }, "maxItems": 2 } },
                  { "name": "ids", "in": "query", "explode": false, "schema": { "type": "array", "items": { "type": "integer" } } },
                  { "name": "X-Trace", "in": "header", "required": true, "schema": { "type": "integer" } }
                ],
                "responses": {
                  "200": { "content": { "application/vnd.thing.v1+json": { "schema": { "$ref": "#/components/schemas/Thing" } } } },
                  "4XX": { "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } } },
                  "429": {
                    "headers": { "Retry-After": { "schema": { "type": "integer", "format": "int32" } } },
                    "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Problem" } } }
                  }
                }
              }
            },
            "/things/list": {
              "post": {
                "operationId": "listThings",
                "parameters": [
                  { "name": "Amazon-Advertising-API-Scope", "in": "header", "required": false, "schema": { "type": "string" } }
                ],
                "requestBody": {
                  "required": true,
                  "content": { "application/vnd.thing.v1+json": { "schema": { "$ref": "#/components/schemas/Filter" } } }
                },
                "responses": { "204": { "description": "Done." } }
              }
            }
          },
          "components": {
            "schemas": {
              "Thing": { "type": "object", "required": ["id"], "properties": { "id": { "type": "integer" }, "name": { "type": "string" } } },
              "Filter": { "type": "object", "properties": { "name": { "type": "string" }, "secret": { "type": "string", "readOnly": true } } },
              "Problem": { "type": "object", "properties": { "code": { "type": "string" } } }
            }
          }
        }
        """;

    public static OperationCatalogue Catalogue() => new([SpecDocument.Parse("small.json", Json)]);
}
