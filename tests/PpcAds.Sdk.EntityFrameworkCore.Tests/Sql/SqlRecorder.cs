using System.Data.Common;
using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Npgsql;
using SQLitePCL;

namespace PpcAds.Sdk.EntityFrameworkCore.Tests.Sql;

/// <summary>
/// Records the statements that databases get, whoever sends them: EF Core, a command, or a statement prepared past the driver.
/// PostgreSQL's driver reports its commands as activities; SQLite itself reports what it has run.
/// </summary>
internal sealed class SqlRecorder : DbConnectionInterceptor, IDisposable
{
    private readonly List<string> _statements = [];
    private readonly ActivityListener _listener;
    private string? _database;
    private bool _isRecording;

    public SqlRecorder()
    {
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = Add,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    /// <summary>Records the statements of a piece of work.</summary>
    /// <returns>Them, as the text of a file. One that is run several times in a row is there once.</returns>
    public async Task<string> RecordAsync(Func<Task> work)
    {
        _statements.Clear();
        _isRecording = true;
        await work();
        _isRecording = false;
        return string.Join("\n", _statements.Select(statement => $"{statement};\n"));
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Watch(connection);

    public override Task ConnectionOpenedAsync(
        DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return Task.CompletedTask;
    }

    public void Dispose() => _listener.Dispose();

    private void Watch(DbConnection connection)
    {
        if (connection is NpgsqlConnection)
        {
            _database = connection.Database;
        }
        else if (connection is SqliteConnection { Handle: { } handle })
        {
            raw.sqlite3_profile(handle, (_, statement, _) => Add(statement), null);
        }
    }

    /// <summary>Tests on other databases run at the same time.</summary>
    private void Add(Activity activity)
    {
        if (activity.GetTagItem("db.namespace") as string == _database
            && activity.GetTagItem("db.query.text") is string statement)
        {
            Add(statement);
        }
    }

    private void Add(string statement)
    {
        string text = statement.ReplaceLineEndings("\n").Trim().TrimEnd(';');
        bool isSetting = text.StartsWith("PRAGMA", StringComparison.Ordinal);
        if (_isRecording && !isSetting && text != _statements.LastOrDefault())
        {
            _statements.Add(text);
        }
    }
}
