namespace PpcAds.Sdk.EntityFrameworkCore.Sql;

/// <summary>Layout of statements that are made of several parts.</summary>
internal static class SqlText
{
    /// <summary>Returns a query as a sub-select: its lines after the first are indented by two more columns.</summary>
    public static string Indent(this string sql) => sql.Replace("\n", "\n  ", StringComparison.Ordinal);
}
