namespace QuickStart;

/// <summary>Whether two sides are equal, in a column.</summary>
internal static class Marks
{
    public static string Of(bool equal) => equal ? "[green]equal[/]" : "[red]DIFFERENT[/]";
}
