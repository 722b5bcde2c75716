namespace PpcAds.Sdk.Chaos.Kills;

/// <summary>What an undisturbed life left.</summary>
/// <param name="Tables">Each table as sorted lines.</param>
/// <param name="Asked">How many reports Amazon was asked for.</param>
internal sealed record Outcome(IReadOnlyList<IReadOnlyList<string>> Tables, int Asked)
{
    public int Rows => Tables.Sum(table => table.Count);

    /// <summary>
    /// The same without sums that are nothing: an entity whose list came after the loads, since the database was gone before, has none until
    /// the next load, where one that was there has zeros.
    /// </summary>
    public Outcome WithoutEmptySums() => this with { Tables = WithoutEmptySums(Tables) };

    public static IReadOnlyList<IReadOnlyList<string>> WithoutEmptySums(IReadOnlyList<IReadOnlyList<string>> tables) =>
        [.. tables.Index().Select(table => (IReadOnlyList<string>)[.. table.Item.Select(row => WithoutEmptySums(table.Index, row)).Order(StringComparer.Ordinal)])];

    private static string WithoutEmptySums(int table, string row)
    {
        // Where the source of campaigns, ad groups and keywords stands: what follows is of their sums.
        int source = table is 1 or 3 ? 4 : table == 2 ? 5 : int.MaxValue;
        string[] fields = row.Split('|');
        return source < fields.Length && fields[(source + 1)..].All(field => field is "" or "0" || field.Contains('/', StringComparison.Ordinal) || field.All(char.IsAsciiLetterUpper))
            ? string.Join('|', fields[..(source + 1)])
            : row;
    }

    /// <summary>The rows that another life lacks, and those that it has besides, with an example of each.</summary>
    public (int Lost, int More, IReadOnlyList<string> Told) Compare(IReadOnlyList<IReadOnlyList<string>> found)
    {
        (int lost, int more) = (0, 0);
        var told = new List<string>();
        foreach ((IReadOnlyList<string> before, IReadOnlyList<string> after) in Tables.Zip(found))
        {
            // A row that is there twice is twice in a list that should have it once.
            var left = after.GroupBy(row => row).ToDictionary(rows => rows.Key, rows => rows.Count());
            int missing = before.Count(row => left.GetValueOrDefault(row) == 0 || --left[row] < 0);
            int besides = left.Values.Sum();
            (lost, more) = (lost + missing, more + besides);
            if (missing + besides > 0)
            {
                told.Add($"{missing} rows are not there, such as {before.Except(after).FirstOrDefault()}; {besides} should not be, such as "
                    + $"{left.FirstOrDefault(row => row.Value > 0).Key}");
            }
        }

        return (lost, more, told);
    }
}
