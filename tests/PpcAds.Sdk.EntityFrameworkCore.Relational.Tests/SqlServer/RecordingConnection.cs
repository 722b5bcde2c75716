using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

/// <summary>
/// A connection to nothing: it keeps the statements that it is sent, and answers each with what they may hope for.
/// </summary>
internal sealed class RecordingConnection : DbConnection
{
    private ConnectionState _state = ConnectionState.Closed;

    public List<string> Statements { get; } = [];

    [AllowNull]
    public override string ConnectionString { get; set; } = "Server=none;Database=none";

    public override string Database => "none";

    public override string DataSource => "none";

    public override string ServerVersion => "16.00.0000";

    public override ConnectionState State => _state;

    public override void ChangeDatabase(string databaseName)
    {
    }

    public override void Close() => _state = ConnectionState.Closed;

    public override void Open() => _state = ConnectionState.Open;

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        new RecordingTransaction(this, isolationLevel);

    protected override DbCommand CreateDbCommand() => new RecordingCommand(this);
}
