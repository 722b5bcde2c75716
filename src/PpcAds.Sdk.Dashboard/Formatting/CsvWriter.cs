using System.Globalization;
using System.Text;

namespace PpcAds.Sdk.Dashboard.Formatting;

/// <summary>
/// Writes rows of a file for spreadsheets as they come. Numbers and days are those of the invariant culture; a text that a
/// spreadsheet would compute gets a leading apostrophe.
/// </summary>
internal sealed class CsvWriter(Stream stream) : IAsyncDisposable
{
    // With a mark at the beginning: spreadsheets take a file without one for another encoding.
    private readonly StreamWriter _writer = new(stream, new UTF8Encoding(true), 16 * 1024, leaveOpen: true);

    /// <summary>Writes one row.</summary>
    /// <param name="values">Texts, numbers, days; <see langword="null"/> for an empty cell.</param>
    /// <param name="cancellationToken">The token to monitor for cancellation requests.</param>
    public async ValueTask WriteAsync(IEnumerable<object?> values, CancellationToken cancellationToken)
    {
        string row = string.Join(',', values.Select(Cell)) + "\r\n";
        await _writer.WriteAsync(row.AsMemory(), cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync() => await _writer.DisposeAsync().ConfigureAwait(false);

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => Quote(Neutralize(text)),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => Quote(Neutralize(value.ToString() ?? "")),
    };

    private static string Neutralize(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '\n', ..] ? "'" + text : text;

    private static string Quote(string text) =>
        text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
