using System.Data;
using System.Data.Common;

namespace PpcAds.Sdk.EntityFrameworkCore.Relational.Tests.SqlServer;

internal sealed class RecordingTransaction(DbConnection connection, IsolationLevel isolationLevel) : DbTransaction
{
    public override IsolationLevel IsolationLevel => isolationLevel;

    protected override DbConnection DbConnection => connection;

    public override void Commit()
    {
    }

    public override void Rollback()
    {
    }
}
