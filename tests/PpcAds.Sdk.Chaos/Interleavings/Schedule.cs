using System.Globalization;

namespace PpcAds.Sdk.Chaos.Interleavings;

/// <summary>
/// Which operations run, and how they take turns: each cut lets one run to a point; at the end all run to theirs, in their order.
/// </summary>
/// <param name="Operations">The operations, A first.</param>
/// <param name="Cuts">The place of an operation and the number of statements after which it stops.</param>
internal sealed record Schedule(IReadOnlyList<Operation> Operations, IReadOnlyList<(int Place, int Point)> Cuts)
{
    private const int End = int.MaxValue;

    /// <summary>One stops at a point, the other runs to its end.</summary>
    public static Schedule Of(Operation first, Operation second, int point) => new([first, second], [(0, point), (1, End)]);

    /// <summary>Both stop once.</summary>
    public static Schedule Of(Operation first, Operation second, int point, int pointOfSecond) =>
        new([first, second], [(0, point), (1, pointOfSecond), (0, End)]);

    /// <summary>As <see cref="ToString"/> writes it.</summary>
    public static Schedule Parse(string text)
    {
        string[] parts = text.Split('|', StringSplitOptions.TrimEntries);
        return new Schedule(
            [.. parts[..^1].Select(Interleavings.Operations.Get)],
            [
                .. parts[^1].Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Select(cut => (cut[0] - 'A', cut[1..] == "*" ? End : int.Parse(cut[1..], CultureInfo.InvariantCulture))),
            ]);
    }

    /// <summary>Such as <c>list campaigns | plan | A3 B*</c>: the first to its third statement, the second to its end.</summary>
    public override string ToString() => $"{string.Join(" | ", Operations.Select(operation => operation.Name))} | "
        + string.Join(' ', Cuts.Select(cut => string.Create(CultureInfo.InvariantCulture, $"{Label(cut.Place)}{(cut.Point == End ? "*" : cut.Point)}")));

    public static string Label(int place) => ((char)('A' + place)).ToString();
}
