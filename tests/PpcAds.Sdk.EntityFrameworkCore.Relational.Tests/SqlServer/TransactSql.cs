using Microsoft.SqlServer.TransactSql.ScriptDom;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

/// <summary>Transact-SQL as Microsoft's parser reads it.</summary>
internal static class TransactSql
{
    /// <summary>The statements of a text.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="errors">What is wrong with it.</param>
    public static int Parse(string sql, out IReadOnlyList<string> errors)
    {
        var parser = new TSql160Parser(initialQuotedIdentifiers: true, SqlEngineType.All);
        using var reader = new StringReader(sql);
        TSqlFragment fragment = parser.Parse(reader, out IList<ParseError> found);
        errors = [.. found.Select(error => $"line {error.Line}: {error.Message}")];
        return fragment is TSqlScript script ? script.Batches.Sum(batch => batch.Statements.Count) : 0;
    }
}
