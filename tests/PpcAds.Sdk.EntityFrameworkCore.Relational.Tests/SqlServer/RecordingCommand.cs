using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using Microsoft.Data.SqlClient;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

internal sealed class RecordingCommand(RecordingConnection connection) : DbCommand
{
    // The provider sets the types of its own parameters.
    private readonly SqlCommand _parameters = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";

    public override int CommandTimeout { get; set; }

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; } = connection;

    protected override DbParameterCollection DbParameterCollection => _parameters.Parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel()
    {
    }

    public override int ExecuteNonQuery()
    {
        connection.Statements.Add(CommandText);
        return 1;
    }

    public override object? ExecuteScalar()
    {
        connection.Statements.Add(CommandText);
        return 1;
    }

    public override void Prepare()
    {
    }

    protected override DbParameter CreateDbParameter() => new SqlParameter();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior)
    {
        connection.Statements.Add(CommandText);
        return RecordingReader.Answer(CommandText);
    }

    protected override void Dispose(bool disposing)
    {
        _parameters.Dispose();
        base.Dispose(disposing);
    }
}
