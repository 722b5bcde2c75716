using System.ComponentModel;
using PpcAds.Sdk.Dashboard.Formatting;

namespace PpcAds.Sdk.Dashboard.Components;

/// <summary>A change: an arrow, a figure, and a colour by what it means.</summary>
/// <param name="Text">The arrow and the figure.</param>
/// <param name="Css">The class of its colour.</param>
/// <param name="Against">What it is compared with.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record FigureDelta(string Text, string Css, string? Against = null)
{
    /// <summary>What stands in place of a change while the newest days still fill in.</summary>
    public static FigureDelta TooEarly { get; } = new("too early to compare", "fl");

    /// <summary>The change of a figure in percent.</summary>
    /// <param name="now">The figure.</param>
    /// <param name="before">The figure before; <see langword="null"/> if there was none.</param>
    /// <param name="meaning">Whether more is good (1), bad (-1) or neither (0).</param>
    /// <param name="against">What it is compared with.</param>
    public static FigureDelta? Percent(decimal now, decimal? before, int meaning, string against) =>
        before is { } old and not 0
            ? Of((now - old) / Math.Abs(old), share => NumberText.Rate(share), meaning, against)
            : null;

    /// <summary>The change of a rate in percentage points.</summary>
    /// <param name="now">The rate as a fraction.</param>
    /// <param name="before">The rate before.</param>
    /// <param name="meaning">Whether more is good (1), bad (-1) or neither (0).</param>
    /// <param name="against">What it is compared with.</param>
    public static FigureDelta? Points(decimal? now, decimal? before, int meaning, string against) =>
        now is { } rate && before is { } old
            ? Of(rate - old, points => NumberText.Rate(points).TrimEnd('%') + " pp", meaning, against)
            : null;

    private static FigureDelta Of(decimal change, Func<decimal, string> format, int meaning, string against)
    {
        int direction = Math.Sign(Math.Round(change, 3));
        string arrow = direction switch { > 0 => "▲ ", < 0 => "▼ ", _ => "" };
        string css = (direction * meaning) switch { > 0 => "up", < 0 => "dn", _ => "fl" };
        return new FigureDelta(arrow + format(Math.Abs(change)), css, against);
    }
}
