using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;

namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>The views that people and dashboards query. For the package of a database.</summary>
public static class PpcAdsViews
{
    /// <summary>Gets the names of the views but <c>performance_records</c>.</summary>
    internal static IEnumerable<string> Names =>
        [.. PerformanceViews.Names, AccountView.Name, RestatementsView.Name, MissingDaysView.Name];

    /// <summary>Adds the views to a migration, and comments on all tables and views where the database stores them.</summary>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="dialect">The kind of database.</param>
    /// <param name="schema">The schema of the tables; <see langword="null"/> for the default one.</param>
    [Experimental(Experimentals.StoreMakers)]
    public static void Create(MigrationBuilder migrationBuilder, PpcAdsModelDialect dialect, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        ArgumentNullException.ThrowIfNull(dialect);
        string prefix = schema is null ? "" : $"\"{schema}\".";
        foreach (ViewDefinition view in All(dialect, prefix))
        {
            migrationBuilder.Sql(view.ToSql(prefix));
        }

        if (dialect.StoresComments)
        {
            migrationBuilder.Sql(CommentSql.Of(DataDictionary.Of(dialect), prefix));
        }
    }

    /// <summary>Runs the statements of a migration.</summary>
    /// <param name="database">The database.</param>
    /// <param name="migrationBuilder">The migration.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    [Experimental(Experimentals.StoreMakers)]
    public static async Task RunAsync(
        DatabaseFacade database, MigrationBuilder migrationBuilder, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(database);
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        foreach (SqlOperation operation in migrationBuilder.Operations.OfType<SqlOperation>())
        {
            await database.ExecuteSqlRawAsync(operation.Sql, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Takes the views out again.</summary>
    public static void Drop(MigrationBuilder migrationBuilder, string? schema = null)
    {
        ArgumentNullException.ThrowIfNull(migrationBuilder);
        string prefix = schema is null ? "" : $"\"{schema}\".";
        foreach (string view in Names)
        {
            migrationBuilder.Sql($"DROP VIEW {prefix}{view}");
        }

        migrationBuilder.Sql($"DROP VIEW {prefix}{PpcAdsTables.Records}");
    }

    /// <summary>The views with their SQL, in the order in which they refer to one another.</summary>
    internal static IEnumerable<ViewDefinition> All(PpcAdsModelDialect dialect, string prefix)
    {
        var parts = new ViewParts(dialect, prefix);
        return
        [
            new ViewDefinition(
                PpcAdsTables.Records,
                [.. new RecordColumns(dialect).All],
                $"""
                FROM {parts.Of(FactTable.Name)} r
                JOIN {parts.Of(PpcAdsTables.Scopes)} s
                  ON s.scope_id = r.scope_id
                """),
            .. new PerformanceViews(parts).All,
            AccountView.Define(parts),
            RestatementsView.Define(parts),
            MissingDaysView.Define(parts),
        ];
    }
}
