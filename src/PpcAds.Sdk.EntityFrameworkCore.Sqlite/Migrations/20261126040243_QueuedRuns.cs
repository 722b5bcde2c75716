using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace PpcAds.Sdk.EntityFrameworkCore.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class QueuedRuns : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "contact_email",
                table: "ppc_accounts",
                type: "TEXT",
                maxLength: 254,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ppc_queued_runs",
                columns: table => new
                {
                    run_id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    request_key = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    slot = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    account_id = table.Column<long>(type: "INTEGER", nullable: true),
                    profile_id = table.Column<long>(type: "INTEGER", nullable: true),
                    start_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    end_date = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    datasets = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    is_cancel_requested = table.Column<bool>(type: "INTEGER", nullable: false),
                    requested_at = table.Column<long>(type: "INTEGER", nullable: false),
                    started_at = table.Column<long>(type: "INTEGER", nullable: true),
                    synced_at = table.Column<long>(type: "INTEGER", nullable: true),
                    finished_at = table.Column<long>(type: "INTEGER", nullable: true),
                    error = table.Column<string>(type: "TEXT", nullable: true),
                    steps = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ppc_queued_runs", x => x.run_id);
                });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_report_jobs_account",
                table: "ppc_report_jobs",
                columns: new[] { "account_id", "job_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_account",
                table: "ppc_queued_runs",
                columns: new[] { "account_id", "run_id" });

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_open",
                table: "ppc_queued_runs",
                column: "request_key",
                unique: true,
                filter: "state IN ('queued', 'running')");

            migrationBuilder.CreateIndex(
                name: "ix_ppc_queued_runs_slot",
                table: "ppc_queued_runs",
                column: "slot",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ppc_queued_runs");

            migrationBuilder.DropIndex(
                name: "ix_ppc_report_jobs_account",
                table: "ppc_report_jobs");

            migrationBuilder.DropColumn(
                name: "contact_email",
                table: "ppc_accounts");
        }
    }
}
