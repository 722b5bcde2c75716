using System.Globalization;

namespace PpcAds.Sdk.Benchmarks.Measuring;

/// <summary>A number of a run, and what it is to be.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Measured">The number, with its unit.</param>
/// <param name="Wanted">The bound.</param>
/// <param name="Holds">Whether it is kept.</param>
internal sealed record Bound(string Name, string Measured, string Wanted, bool Holds)
{
    public static Bound AtLeast(string name, double measured, double least) => new(name, Times(measured), ">= " + Times(least), measured >= least);

    public static Bound AtMost(string name, double measured, double most) => new(name, Times(measured), "<= " + Times(most), measured <= most);

    public static string Times(double value) => string.Create(CultureInfo.InvariantCulture, $"{value:0.00}x");
}
