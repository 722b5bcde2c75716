using Npgsql;
using PpcAds.Sdk.Etl;

namespace PpcAds.Sdk.EntityFrameworkCore.PostgreSql.Loading;

/// <summary>Copies rows in large pieces. While the server takes one in, the next is made: the two share the time.</summary>
/// <param name="first">A buffer for rows.</param>
/// <param name="second">Another.</param>
/// <param name="copyAsync">Copies a full one.</param>
internal sealed class RowCopier(
    BinaryRows first, BinaryRows second, Func<BinaryRows, CancellationToken, Task> copyAsync) : IAsyncDisposable
{
    // Some ten thousand rows: a command of its own for each costs nothing then, and memory stays small.
    // A little less than a buffer of 4 MB, so that the last row fits as well.
    private const int PieceSize = (4 * 1024 * 1024) - (128 * 1024);

    // The server reads a whole message before it parses its rows, and allocates memory for each.
    private const int MessageSize = 256 * 1024;

    private BinaryRows _filling = first;
    private BinaryRows _spare = second;
    private Task _copying = Task.CompletedTask;

    public ValueTask AddAsync(PerformanceRow row, CancellationToken cancellationToken)
    {
        _filling.Add(row);
        return _filling.Written.Length < PieceSize ? ValueTask.CompletedTask : new ValueTask(SendAsync(cancellationToken));
    }

    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        if (_filling.Count > 0)
        {
            await SendAsync(cancellationToken).ConfigureAwait(false);
        }

        await _copying.ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        // A failure in it was reported already, or is no longer of interest.
        await _copying.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        _filling.Dispose();
        _spare.Dispose();
    }

    /// <summary>Copies a piece with one command.</summary>
    public static async Task CopyAsync(
        NpgsqlConnection connection,
        string table,
        IEnumerable<string> columns,
        BinaryRows rows,
        CancellationToken cancellationToken)
    {
        NpgsqlRawCopyStream stream = await connection.BeginRawBinaryCopyAsync(
            $"COPY {table} ({string.Join(", ", columns)}) FROM STDIN (FORMAT BINARY)", cancellationToken).ConfigureAwait(false);
        await using (stream.ConfigureAwait(false))
        {
            for (int sent = 0; sent < rows.Written.Length; sent += MessageSize)
            {
                await stream.WriteAsync(
                    rows.Written[sent..Math.Min(sent + MessageSize, rows.Written.Length)],
                    cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private async Task SendAsync(CancellationToken cancellationToken)
    {
        await _copying.ConfigureAwait(false);
        (BinaryRows full, _filling, _spare) = (_filling, _spare, _filling);
        full.End();
        _copying = SendAsync(full, cancellationToken);
    }

    private async Task SendAsync(BinaryRows full, CancellationToken cancellationToken)
    {
        await copyAsync(full, cancellationToken).ConfigureAwait(false);
        full.Clear();
    }
}
