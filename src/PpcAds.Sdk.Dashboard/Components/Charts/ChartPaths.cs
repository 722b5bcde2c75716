using System.Globalization;
using System.Text;

namespace PpcAds.Sdk.Dashboard.Components.Charts;

/// <summary>
/// The lines of a chart in a box of 1000 units that is stretched to the width of the page. A day without a value is a gap,
/// never a zero, and never joined by a line.
/// </summary>
internal sealed class ChartPaths(int days, int height, decimal top)
{
    /// <summary>The left part has the labels of the axis.</summary>
    private const double Left = 59;

    private const double Right = 983;

    /// <summary>Where a day is, in 1000 units.</summary>
    public double X(int day) => days < 2 ? (Left + Right) / 2 : Left + ((Right - Left) * day / (days - 1));

    /// <summary>Where a day is, as a percentage of the width.</summary>
    public static string Percent(double x) => (x / 10).ToString("0.##", CultureInfo.InvariantCulture) + "%";

    /// <summary>The line through the days of a range.</summary>
    public string Line(IReadOnlyList<decimal?> values, int from, int to)
    {
        var path = new StringBuilder();
        foreach ((int first, int last) in Stretches(values, from, to))
        {
            path.Append('M');
            Append(path, values, first, last);
        }

        return path.ToString();
    }

    /// <summary>Days between gaps, which no line shows: points as in <see cref="Dots"/>.</summary>
    public string Singles(IReadOnlyList<decimal?> values, int from, int to)
    {
        var path = new StringBuilder();
        foreach ((int day, _) in Stretches(values, from, to).Where(stretch => stretch.First == stretch.Last))
        {
            AppendDot(path, values, day);
        }

        return path.ToString();
    }

    /// <summary>The ground under the line.</summary>
    public string Area(IReadOnlyList<decimal?> values)
    {
        var path = new StringBuilder();
        foreach ((int first, int last) in Stretches(values, 0, values.Count - 1))
        {
            path.Append('M').Append(Number(X(first))).Append(' ').Append(height).Append('L');
            Append(path, values, first, last);
            path.Append('L').Append(Number(X(last))).Append(' ').Append(height).Append('z');
        }

        return path.ToString();
    }

    /// <summary>A point of no length for each value of a range, which round ends make a dot.</summary>
    public string Dots(IReadOnlyList<decimal?> values, int from)
    {
        var path = new StringBuilder();
        for (int day = from; day < values.Count; day++)
        {
            if (values[day] is not null)
            {
                AppendDot(path, values, day);
            }
        }

        return path.ToString();
    }

    private void AppendDot(StringBuilder path, IReadOnlyList<decimal?> values, int day) =>
        path.Append('M').Append(Number(X(day))).Append(' ').Append(Number(Y(values[day]!.Value))).Append("h.01");

    private void Append(StringBuilder path, IReadOnlyList<decimal?> values, int first, int last)
    {
        for (int day = first; day <= last; day++)
        {
            path.Append(day == first ? "" : " ").Append(Number(X(day))).Append(' ').Append(Number(Y(values[day]!.Value)));
        }
    }

    private double Y(decimal value) => height - (double)(value / top * height);

    private static IEnumerable<(int First, int Last)> Stretches(IReadOnlyList<decimal?> values, int from, int to)
    {
        for (int day = from; day <= to; day++)
        {
            if (values[day] is null)
            {
                continue;
            }

            int first = day;
            while (day < to && values[day + 1] is not null)
            {
                day++;
            }

            yield return (first, day);
        }
    }

    private static string Number(double value) => value.ToString("0.#", CultureInfo.InvariantCulture);
}
