namespace PpcAds.Sdk.EntityFrameworkCore.Infrastructure;

/// <summary>What a table or view holds, for people.</summary>
/// <param name="Name">The table or view.</param>
/// <param name="Text">The text.</param>
/// <param name="Columns">Its columns as PostgreSQL has them.</param>
internal sealed record TableText(string Name, string Text, IReadOnlyList<ColumnText> Columns)
{
    public bool IsView { get; init; }

    /// <summary>A table with its columns, one a line, as <see cref="ColumnTexts.Read"/> reads them.</summary>
    public static TableText Table(string name, string text, string columns, params IEnumerable<ColumnText>[] more) =>
        new(name, text, [.. ColumnTexts.Read(columns), .. more.SelectMany(group => group)]);

    /// <summary>A view, whose columns mean in it what they mean in all of them.</summary>
    public static TableText View(string name, string text, IEnumerable<string> columns) =>
        new(name, text, [.. columns.Select(ColumnTexts.Find)]) { IsView = true };
}
