using Microsoft.EntityFrameworkCore.Migrations;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql;

/// <summary>
/// A row's hash says which figures a load wrote, so that an equal report is recognised without a comparison of each figure. A
/// load that changes a row changes its hash; whoever changes a row and leaves its hash is not a load, and the next report
/// compares the figures.
/// </summary>
internal static class HashTrigger
{
    private const string Function = "ppc_remove_row_hash";
    private const string Trigger = "ppc_row_changed_by_hand";

    public static void Create(MigrationBuilder migrationBuilder, string? schema)
    {
        string prefix = PrefixOf(schema);
        migrationBuilder.Sql(
            $"""
            CREATE FUNCTION {prefix}{Function}() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
              NEW.row_hash := NULL;
              RETURN NEW;
            END
            $$
            """);
        migrationBuilder.Sql(
            $"""
            CREATE TRIGGER {Trigger}
            BEFORE UPDATE ON {prefix}performance_facts
            FOR EACH ROW
            WHEN (NEW.row_hash = OLD.row_hash)
            EXECUTE FUNCTION {prefix}{Function}()
            """);
    }

    public static void Drop(MigrationBuilder migrationBuilder, string? schema)
    {
        string prefix = PrefixOf(schema);
        migrationBuilder.Sql($"DROP TRIGGER {Trigger} ON {prefix}performance_facts");
        migrationBuilder.Sql($"DROP FUNCTION {prefix}{Function}()");
    }

    private static string PrefixOf(string? schema) => schema is null ? "" : $"\"{schema}\".";
}
